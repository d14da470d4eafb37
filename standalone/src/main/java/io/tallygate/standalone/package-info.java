/**
 * The one-machine stack: which parts there are ({@link Parts}), with what settings ({@link Settings}), and the commands
 * that {@code ./tallygate} hands over ({@link StandaloneMain}).
 *
 * <p>Starting and watching processes is the business of {@code supervise}; the demo data comes from {@code demo}.
 */
@NullMarked
package io.tallygate.standalone;

import org.jspecify.annotations.NullMarked;
