/** Custody over HTTP: {@code /api/carriers/items}. */
@org.jspecify.annotations.NullMarked
package io.tallygate.carriers.custody.rest;
