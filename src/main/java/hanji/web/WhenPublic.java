package hanji.web;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What everybody may read as long as publications are public (`hanji.publish.public`); otherwise
/// it [Needs] what it says.
@Retention(RetentionPolicy.RUNTIME)
@Target({TYPE, METHOD})
@interface WhenPublic {}
