/** Scenarios of contents, over HTTP. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.contents;
