/** CSV from bytes to cells: the encoding, then where rows end, then FastCSV for what is in them. */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.imports.csv;
