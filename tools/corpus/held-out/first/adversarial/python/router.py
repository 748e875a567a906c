# frozen_string_literal: true

class Router
  def initialize(routes)
    @routes = routes
  end

  def call(path)
    @routes.each { |pattern, handler| return handler.call(path) if pattern.match?(path) }
    nil
  end
end
