/** Parts of imports by themselves. */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.imports.application;
