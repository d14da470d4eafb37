/**
 * The stores of a one-machine installation, each the real thing (or, for MongoDB, a server of its wire protocol), bound
 * to 127.0.0.1 and keeping its data in a directory of its own.
 *
 * <p>{@link PostgresServer}, {@link KafkaServer} and {@link MongoServer} are started in a test's own JVM by the test
 * kit, and as processes of their own ({@link PostgresMain}, {@link KafkaMain}, {@link MongoMain}) by the one-machine
 * stack. All of them start on whatever an earlier process left behind, killed or not.
 */
@NullMarked
package io.tallygate.standalone.servers;

import org.jspecify.annotations.NullMarked;
