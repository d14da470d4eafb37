/** What can be done with incidents: open them, follow a portal's blindness and tags at two places, acknowledge. */
@org.jspecify.annotations.NullMarked
package io.tallygate.incidents.incident.application;
