/**
 * Custody and Kafka. Consumers read the devices' register and the gates' crossings; {@code CustodyRegister} writes our own
 * register and with it what the compacted topics are to say.
 *
 * <p>A record is acknowledged after its effect is committed. One that cannot be read is logged, counted and passed over; one that
 * cannot be applied because a store is away is tried again until it can.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.carriers.custody.messaging;
