/** The HTTP face of personnel: translates and delegates. Reads are open to those whose work needs them, writes to the security admin. */
@org.jspecify.annotations.NullMarked
package io.tallygate.personnel.rest;
