/** The HTTP face of cabinets. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.cabinet.rest;
