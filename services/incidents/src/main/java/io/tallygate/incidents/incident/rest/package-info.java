/** {@code /api/incidents}. */
@org.jspecify.annotations.NullMarked
package io.tallygate.incidents.incident.rest;
