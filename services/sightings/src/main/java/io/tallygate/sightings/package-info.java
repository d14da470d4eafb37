/**
 * Sightings: where each tag was seen, when, and which way it went. {@code tag} follows the gates and answers for one tag; {@code
 * epcis} answers the same to outsiders, in the words of GS1.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.sightings;
