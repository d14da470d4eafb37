/** The supervisor over small parts made of shell commands, which fail, hang, die or take each other's ports. */
@NullMarked
package io.tallygate.standalone.supervise;

import org.jspecify.annotations.NullMarked;
