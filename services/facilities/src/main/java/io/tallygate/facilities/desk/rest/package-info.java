/** The HTTP face of desks. The reader's address is for those who run it. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.desk.rest;
