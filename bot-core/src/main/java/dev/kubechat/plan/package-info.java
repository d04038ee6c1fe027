/**
 * From words to a Plan: a proposal, a question, a refusal or an answer, by a chain of planners.
 * Language models come in here and nowhere else, and what they say is only text to be parsed.
 */
@NullMarked
package dev.kubechat.plan;

import org.jspecify.annotations.NullMarked;
