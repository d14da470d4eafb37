/**
 * What an incident is: a {@link io.tallygate.incidents.incident.domain.Cause} that opens it, a
 * {@link io.tallygate.incidents.incident.domain.IncidentState} with its legal changes, and a history that only grows.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.incidents.incident.domain;
