/** The HTTP face of portals. The reader's address is for those who run it; to everybody else it is only a target. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.portal.rest;
