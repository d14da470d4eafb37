/** The stores are started, killed and started again, in this JVM and as processes of their own. */
@NullMarked
package io.tallygate.standalone.servers;

import org.jspecify.annotations.NullMarked;
