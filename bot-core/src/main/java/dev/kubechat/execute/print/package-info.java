/**
 * Objects as the texts that kubectl's output formats make of them: JSON, YAML, KYAML, aligned columns, JSONPath and Go templates.
 * Values come in, masked already, and text goes out; nothing here knows a cluster or a person.
 */
@NullMarked
package dev.kubechat.execute.print;

import org.jspecify.annotations.NullMarked;
