/** Scenarios of portal, over HTTP. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.portal;
