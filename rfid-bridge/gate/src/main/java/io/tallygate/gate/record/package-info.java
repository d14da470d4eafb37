/**
 * From what a gate has told Kafka back to a trace that can be replayed: {@link io.tallygate.gate.record.RecordMain} asks {@link
 * io.tallygate.gate.record.ReadsArchive} for the portal and its batches, {@link io.tallygate.gate.record.ReadsSurvey} finds which of
 * them the trace must hold for the detector to know what it knew, and {@link io.tallygate.gate.record.TraceWriting} writes them. No part of
 * a running gate.
 */
@NullMarked
package io.tallygate.gate.record;

import org.jspecify.annotations.NullMarked;
