/**
 * Incidents: what must not pass unnoticed at a gate, and what was done about it. One feature so far,
 * {@code incident}; inspections and rectification will stand beside it.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.incidents;
