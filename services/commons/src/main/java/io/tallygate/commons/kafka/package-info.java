/** Copies of compacted topics in memory, for look-ups that must not leave the process. */
@org.jspecify.annotations.NullMarked
package io.tallygate.commons.kafka;
