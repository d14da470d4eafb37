/** What outsiders ask in the words of GS1 EPCIS 2.0: the sightings as ObjectEvents. Asking only; nothing is captured this way. */
@org.jspecify.annotations.NullMarked
package io.tallygate.sightings.epcis;
