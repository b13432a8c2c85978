/**
 * The words of the hub as types. May hold: values checked in their constructors and pure functions
 * over them. May not hold: input, output, clocks, loggers or frameworks.
 */
@NullMarked
package licencehub.model;

import org.jspecify.annotations.NullMarked;
