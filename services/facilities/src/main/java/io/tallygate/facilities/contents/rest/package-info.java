/** The HTTP face of cabinets' contents. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.contents.rest;
