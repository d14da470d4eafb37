/** Putting a portal up and changing it, each with its register entry. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.portal.application;
