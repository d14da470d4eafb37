/**
 * Electronic Product Codes by the GS1 EPC Tag Data Standard: the bits on a tag, and the URIs that people and other systems call
 * them by. {@link io.tallygate.epc.EpcCodec} is the door; {@link io.tallygate.epc.EpcScheme} holds the tables, and
 * {@link io.tallygate.epc.EpcIdentity} is what the bits of a known scheme say.
 *
 * <p>Computers and media bear a GIAI-96, documents a GDTI-96; SGTIN-96 is read because goods arrive with it. Anything else is
 * shown as a raw URI. Plain Java, no framework, so that a domain may use it.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.epc;
