/** Imports over HTTP, {@code /api/devices/imports}. */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.imports.rest;
