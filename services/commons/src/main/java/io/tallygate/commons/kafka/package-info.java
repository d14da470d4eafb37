/** Copies of compacted topics in memory, for look-ups that must not leave the process; and what consumers do about bad records. */
@org.jspecify.annotations.NullMarked
package io.tallygate.commons.kafka;
