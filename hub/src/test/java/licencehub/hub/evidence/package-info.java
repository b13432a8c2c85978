@org.jspecify.annotations.NullMarked
package licencehub.hub.evidence;
