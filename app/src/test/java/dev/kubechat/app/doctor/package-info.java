@NullMarked
package dev.kubechat.app.doctor;

import org.jspecify.annotations.NullMarked;
