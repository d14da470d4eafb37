/**
 * Starts parts as processes of their own, keeps them up and stops them again; knows nothing of what they are.
 *
 * <p>A {@link Supervisor} holds one {@link PartRunner} for each {@link Part}: it waits for the parts this one needs,
 * starts the process, watches its {@link Readiness}, and starts it again when it ends by itself. Every change goes to the
 * {@link Board}, which keeps {@code run/status.json} ({@link StackStatus}) for the commands that ask from outside.
 * A part that does not come up the first time stops everything.
 */
@NullMarked
package io.tallygate.standalone.supervise;

import org.jspecify.annotations.NullMarked;
