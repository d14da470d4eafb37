/**
 * Taking whole ledgers over from CSV files.
 *
 * <p>The pipeline: {@code rest} takes the file into the database; {@code ImportWorker} claims it, and {@code ImportRunner} lets
 * {@code csv} find its encoding and read its rows, {@code domain} understand the header and each row, and {@code BatchWriter} write a thousand
 * rows, their register entries, their rejections and the progress in one transaction. Whatever dies in between, the next claim goes on
 * behind the last such transaction. A dry run does the same and writes no device.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.imports;
