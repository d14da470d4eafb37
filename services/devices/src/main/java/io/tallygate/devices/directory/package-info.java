/** Departments, people and cabinets as their services publish them, held in memory. Plain look-ups, so one flat package. */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.directory;
