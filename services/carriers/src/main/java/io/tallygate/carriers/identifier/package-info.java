/** Identifiers that custody and permits share. */
@org.jspecify.annotations.NullMarked
package io.tallygate.carriers.identifier;
