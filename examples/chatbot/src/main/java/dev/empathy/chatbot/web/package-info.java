/** A small HTTP interface, and the page to try a rubric. */
@NullMarked
package dev.empathy.chatbot.web;

import org.jspecify.annotations.NullMarked;
