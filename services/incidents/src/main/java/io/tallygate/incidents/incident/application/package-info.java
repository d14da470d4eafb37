/** What can be done with incidents: open them, follow a portal's blindness, acknowledge. */
@org.jspecify.annotations.NullMarked
package io.tallygate.incidents.incident.application;
