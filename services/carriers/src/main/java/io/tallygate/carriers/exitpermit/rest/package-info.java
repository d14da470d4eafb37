/** Exit permits over HTTP: {@code /api/carriers/exit-permits}. */
@org.jspecify.annotations.NullMarked
package io.tallygate.carriers.exitpermit.rest;
