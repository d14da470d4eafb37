/**
 * Desks where tags are enrolled. {@link io.tallygate.gate.desk.DeskFollower} hears which there are, a {@link
 * io.tallygate.gate.desk.DeskWatch} holds each one's reader and keeps in {@link io.tallygate.gate.desk.DeskTags} what lies on it, {@link
 * io.tallygate.gate.desk.DeskNews} tells. None of it lies on the way to a horn: no detector, no verdict, no spool, and a desk whose
 * reader is away is no blind portal. What a desk sees is worth nothing a minute later, so nothing of it is kept on disk.
 */
@NullMarked
package io.tallygate.gate.desk;

import org.jspecify.annotations.NullMarked;
