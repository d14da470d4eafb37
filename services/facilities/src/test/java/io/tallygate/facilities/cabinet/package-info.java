/** Scenarios of cabinet, over HTTP. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.cabinet;
