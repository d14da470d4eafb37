/**
 * Whether each portal can see, and telling so. A portal that cannot see is an incident, so {@link
 * io.tallygate.gate.health.PortalHealthTracker} turns what the reader's connection does into WATCHING, CONNECTING or BLIND
 * within seconds, and {@link io.tallygate.gate.health.HealthNews} has it sent on every change and every two seconds, so that its
 * silence tells of a dead bridge.
 */
@NullMarked
package io.tallygate.gate.health;

import org.jspecify.annotations.NullMarked;
