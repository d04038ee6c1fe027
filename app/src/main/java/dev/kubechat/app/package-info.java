/**
 * The executable: wires the modules, signs people in, serves, and answers the small command-line verbs.
 * Nothing that decides comes in here.
 */
@NullMarked
package dev.kubechat.app;

import org.jspecify.annotations.NullMarked;
