/** Facilities through its outermost door: every refusal over HTTP, custody over Kafka. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities;
