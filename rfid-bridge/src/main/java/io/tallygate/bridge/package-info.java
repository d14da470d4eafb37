/**
 * The RFID bridge as a process: configuration, start and stop, health, metrics and a status page around {@link
 * io.tallygate.gate.Gate}, where everything happens. It answers to its own host only and needs no sign-in, no Kafka and no
 * reader to start.
 */
@NullMarked
package io.tallygate.bridge;

import org.jspecify.annotations.NullMarked;
