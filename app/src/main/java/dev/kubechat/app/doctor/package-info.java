/**
 * {@code doctor}: is everything there that {@code serve} needs? Looks and says, and changes nothing. Plain Java: no Spring class is
 * loaded.
 */
@NullMarked
package dev.kubechat.app.doctor;

import org.jspecify.annotations.NullMarked;
