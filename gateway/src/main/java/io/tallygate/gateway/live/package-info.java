/**
 * The live stream: crossings, incidents and portal health as server-sent events, each only to those who may see it.
 *
 * <p>{@link io.tallygate.gateway.live.TopicTail} follows crossings and incidents on one thread,
 * {@link io.tallygate.gateway.live.PortalBoard} the health of the portals that are up, {@link io.tallygate.gateway.live.LiveHub} keeps the
 * last events and hands each new one to every {@link io.tallygate.gateway.live.Subscriber}, which writes on its own connection's event
 * loop. {@link io.tallygate.gateway.live.ReadsTail} follows the reads themselves, only while somebody tunes a portal. Nobody waits for a slow browser: one that falls behind is cut off and comes back.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.gateway.live;
