/**
 * Desks where tags are enrolled: a reader on a table and its antennas. No portal: nothing passes there and nothing alarms, so whatever
 * follows the portals never hears of one (ADR 0008).
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.desk;
