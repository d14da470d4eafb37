/**
 * The core of the RFID bridge, free of any framework: everything between a reader's socket, the disk and Kafka.
 *
 * <p>{@link io.tallygate.gate.Gate} puts it together. {@code ledger} are the plain values, {@code replica} the gate's own copy
 * of them, {@code verdict} the rules, {@code portal} the pipeline of each reader, {@code spool} and {@code relay} the way out,
 * {@code health} whether the portals can see; {@code desk} stands beside all this: readers on tables, to enrol tags with. Nothing on the way from a report to the horn waits for Kafka or a disk.
 */
@NullMarked
package io.tallygate.gate;

import org.jspecify.annotations.NullMarked;
