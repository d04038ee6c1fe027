/**
 * What is said to an API server in the asker's name, and what it answers: paths, calls and their fate, what a person may see, types as
 * the server knows them, manifests as objects, and credentials masked.
 */
@NullMarked
package dev.kubechat.execute.api;

import org.jspecify.annotations.NullMarked;
