// What all pages share: context, middleware, layout, components, forms.
