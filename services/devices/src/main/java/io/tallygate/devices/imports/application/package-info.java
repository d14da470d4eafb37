/** Imports: begun by a request, carried on by a worker of their own, read while they run. */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.imports.application;
