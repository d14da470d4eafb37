/**
 * Real stores for service tests, signed tokens, the demo people, and the rules that every service's code keeps.
 *
 * <p>A module's tests share one PostgreSQL or MongoDB server, one Kafka broker and one token issuer, started with the first test
 * class: {@code @QuarkusTestResource(RelationalStores.class)} or {@code DocumentStores.class} on any one class is enough. Data
 * is not wiped between tests: each test makes things of its own under fresh names.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.testkit;
